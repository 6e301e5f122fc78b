/**
 * The API as the page calls it: the generated operations, with the session's rules on the client they share. Import
 * operations from here and never from `generated`, or the rules would be missing. Every operation throws on failure;
 * `problemOf` reads what was thrown.
 */
import { client } from './generated/client.gen';
import { addSession } from './http';

addSession(client.instance);

export {
  cancelReview,
  changePassword,
  createApiKey,
  createProject,
  deleteAccount,
  deleteApiKey,
  deleteExecution,
  deleteProject,
  endSession,
  getEvents,
  getFiles,
  getOverview,
  getPreferences,
  getProfile,
  getProject,
  getResults,
  getReview,
  listApiKeys,
  listExecutions,
  listProjectReviews,
  listProjects,
  listSessions,
  listWorkflows,
  login,
  logout,
  register,
  setPreferences,
  submitReview,
  updateProfile,
  updateProject,
} from './generated/sdk.gen';
