// Questions to the dashboard, and acts.

/** The answer's JSON, or an error with the problem's own words and the field that it is about. */
export async function ask(path, body, method = body === undefined ? 'GET' : 'POST') {
  const response = await send(path, body, method);
  return response.json();
}

/** Gives each line of an answer that comes by and by, as JSON. */
export async function askLines(path, body, signal, told) {
  const response = await send(path, body, 'POST', signal);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop();
    lines.forEach(line => told(JSON.parse(line)));
  }
}

async function send(path, body, method, signal) {
  const response = await fetch(path, method === 'GET' ? {} : {
    method, signal,
    headers: { 'content-type': 'application/json', 'x-dateline-act': '1' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (response.status === 401) {
    location.assign('login');
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw Object.assign(new Error(problem.detail ?? `HTTP ${response.status}`), { field: problem.field });
  }
  return response;
}
