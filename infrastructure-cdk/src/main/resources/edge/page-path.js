// Runs in CloudFront before a request for the application. Addresses of pages, which have no dot in their last part, all
// mean the application's one document.
function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (!last.includes('.')) {
    request.uri = '/index.html';
  }
  return request;
}
