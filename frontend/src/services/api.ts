/**
 * The API as the page calls it: the generated operations, with the session's rules on the client they share. Import
 * operations from here and never from `generated`, or the rules would be missing. Every operation throws on failure;
 * `problemOf` reads what was thrown.
 */
import { client } from './generated/client.gen';
import { addSession } from './http';

addSession(client.instance);

export {
  answerApproval,
  cancelReview,
  changePassword,
  changeUser,
  createApiKey,
  createProject,
  deleteAccount,
  deleteApiKey,
  deleteExecution,
  deleteProject,
  endSession,
  executeWorkflow,
  forgotPassword,
  getEvents,
  getExecution,
  getFiles,
  getOverview,
  getPreferences,
  getProfile,
  getProject,
  getResults,
  getQuota,
  getReview,
  getRule,
  getRuleJudgements,
  getWorkflow,
  listApiKeys,
  listExecutions,
  listProjectReviews,
  listProjects,
  listProviders,
  listRatings,
  listRules,
  listSessions,
  listUsers,
  listWorkflows,
  login,
  loginWithGithub,
  loginWithGoogle,
  logout,
  rateIssue,
  register,
  resendVerification,
  resetPassword,
  setPreferences,
  setQuota,
  startUpload,
  submitReview,
  triageIssue,
  updateProfile,
  updateProject,
  verifyEmail,
} from './generated/sdk.gen';
