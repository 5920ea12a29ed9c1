// Keeps the page up to date, and says so where it can't.
import { $, age, say, time } from './dom.js';
import { showFeeds } from './feeds.js';
import { showFlow, verdict } from './flow.js';
import { rememberWho } from './form.js';
import { showNews } from './news.js';
import { showPlots } from './plots.js';
import { showRejected } from './rejected.js';
import { showRules } from './rules.js';

const SILENT = 5000;
let view = null;
let cameAt = 0;
let heardAt = performance.now();
let source = null;

/** The server's time now, by its own clock. */
const now = () => Date.parse(view.sentAt) + performance.now() - cameAt;

function cut(why) {
  document.body.dataset.link = 'cut';
  $('#trouble').hidden = false;
  const since = view === null ? '' : ` What stands here is ${age((performance.now() - cameAt) / 1000)} old.`;
  say($('#trouble'), why + since);
  say($('#link'), 'cut off');
  document.title = '✕ cut off · Dateline';
}

function show() {
  const seconds = (performance.now() - cameAt) / 1000;
  document.body.dataset.link = 'live';
  $('#trouble').hidden = true;
  const behind = view.reading.behind > 2000 ? ` · this page is ${view.reading.behind} articles behind` : '';
  say($('#link'), (seconds > 3 ? `${age(seconds)} old` : `live · ${time(now())}`) + behind);
  const [state, words] = verdict(view, now());
  $('#top').dataset.state = state;
  say($('#verdict'), words);
  document.title = { sick: '● ', late: '◐ ', well: '' }[state] + (state === 'well' ? 'Dateline' : `${words} · Dateline`);
  $('#reading').hidden = view.reading.day >= 1;
  say($('#reading'), `reading the last day: ${Math.floor(view.reading.day * 100)} %`);
  showFlow(view, now());
  showNews(view, now());
  showRejected(view);
  showFeeds(view, now());
  showRules(view);
}

function connect() {
  source?.close();
  source = new EventSource('v1/live');
  source.addEventListener('view', event => {
    view = JSON.parse(event.data);
    cameAt = heardAt = performance.now();
    show();
  });
  source.addEventListener('trouble', event => {
    heardAt = performance.now();
    cut(`Nothing new of the pipeline: ${JSON.parse(event.data).why}.`);
  });
  source.addEventListener('error', async () => {
    cut('Cut off from the dashboard; trying again each second.');
    if (source.readyState === EventSource.CLOSED) {
      const answer = await fetch('v1/pipeline').catch(() => null);
      if (answer?.status === 401) {
        location.assign('login');
      }
    }
  });
}

// A browser does not notice every connection that has died, and gives up on some answers.
setInterval(() => {
  if (performance.now() - heardAt > SILENT) {
    heardAt = performance.now();
    cut('Nothing is heard from the dashboard; trying again.');
    connect();
  }
}, 1000);

rememberWho();
connect();
showPlots();
