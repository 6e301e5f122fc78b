// Runs in CloudFront before a request below /api/v1/ws/. A WebSocket API has neither path parameters nor paths below its
// stage, so the job's id moves into the query and the path becomes the stage. The client's own job_id is overwritten.
var PATH = /^\/api\/v1\/ws\/([A-Za-z0-9-]{1,64})$/;

function handler(event) {
  var request = event.request;
  var match = PATH.exec(request.uri);
  if (!match) {
    return { statusCode: 404, statusDescription: 'Not Found' };
  }
  request.querystring.job_id = { value: match[1] };
  request.uri = '/live';
  return request;
}
