// Made by auditbench for one run of k6; goes away with the run.
import http from 'k6/http';
import exec from 'k6/execution';

function uuid() {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(Math.random() * 16).toString(16));
}

function isLimit(response) {
  if (response.status === 429) return true;
  return response.status === 503 && Object.keys(response.headers).some((name) => name.toLowerCase() === 'retry-after');
}

function send(kind) {
  const request = requests[kind];
  const headers = Object.assign({}, request.headers);
  if (request.uuid) headers[request.uuid] = uuid();
  const response = http.request(request.method, request.url, bodies[kind], {
    headers: headers,
    tags: { name: names[kind] },
    timeout: timeout,
    redirects: 0,
    responseType: 'none',
  });
  if (isLimit(response)) {
    console.warn('AWB limited <' + kind + '>');
    if (stopWhenLimited) exec.test.abort('limited');
  }
}

const requests = [JSON.parse(__ENV.AWB_REQUEST_0), JSON.parse(__ENV.AWB_REQUEST_1)];
const bodies = [null, "\u007b\u0022sku\u0022\u003a 1\u007d"];
const names = ["GET /products", "POST /orders"];
const timeout = 10000;
const stopWhenLimited = true;

export const options = {"discardResponseBodies":true,"insecureSkipTLSVerify":false,"maxRedirects":0,"scenarios":{"m0":{"duration":"60000ms","exec":"r0","executor":"constant-arrival-rate","gracefulStop":"10500ms","maxVUs":240,"preAllocatedVUs":10,"rate":6000,"startTime":"10000ms","timeUnit":"1000s"},"m1":{"duration":"60000ms","exec":"r1","executor":"constant-arrival-rate","gracefulStop":"10500ms","maxVUs":80,"preAllocatedVUs":10,"rate":2000,"startTime":"10000ms","timeUnit":"1000s"},"w0":{"exec":"r0","executor":"ramping-arrival-rate","gracefulStop":"10500ms","maxVUs":240,"preAllocatedVUs":10,"stages":[{"duration":"2000ms","target":6000},{"duration":"8000ms","target":6000}],"startRate":600,"timeUnit":"1000s"},"w1":{"exec":"r1","executor":"ramping-arrival-rate","gracefulStop":"10500ms","maxVUs":80,"preAllocatedVUs":10,"stages":[{"duration":"2000ms","target":2000},{"duration":"8000ms","target":2000}],"startRate":200,"timeUnit":"1000s"}},"systemTags":["method","name","status","error_code","scenario","expected_response"],"throw":false};

export function r0() { send(0); }
export function r1() { send(1); }
