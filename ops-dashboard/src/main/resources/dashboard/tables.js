// Feeds, the sick ones first, and the rules in force.
import { $, age, ask, count, h, keyed, many, say } from './dom.js';

const EVERY = 5000;
const SICK = ['failing', 'gone', 'lying', 'overdue'];
const LATE = ['silent', 'moved'];
let rulesAt = -EVERY;
let feedsAt = -EVERY;

export function showTables(view, now) {
  const words = $('#find-feeds').value.trim();
  keyed($('#feed-states'), Object.entries(view.feeds.states ?? {}), ([state]) => state,
    ([state]) => h('span', { className: `chip ${SICK.includes(state) ? 'sick' : LATE.includes(state) ? 'late' : ''}` }),
    (element, [state, number]) => say(element, `${count(number)} ${state}`));
  if (words === '') {
    feeds(view.feeds.lines ?? [], now, view.feeds.count);
  } else if (performance.now() - feedsAt > EVERY) {
    feedsAt = performance.now();
    findFeeds(now);
  }
  if (performance.now() - rulesAt > EVERY) {
    rulesAt = performance.now();
    findRules(view.rules);
  }
}

function feeds(lines, now, all) {
  const shown = lines.length > 0 ? lines : [{ url: '', state: '', title: all === 0 ? 'No feeds are polled; news comes by pushes and the inbox.' : 'None has these words.' }];
  keyed($('#feeds'), shown, line => line.url, () => h('li', {}, h('div', { className: 'line' },
    h('b', { className: 'headline' }), h('span', { className: 'chip' })), h('div', { className: 'meta' })), (element, line) => {
    const [title, state] = element.firstChild.children;
    element.className = line.url === '' ? 'empty' : '';
    say(title, line.title || line.url);
    say(state, line.state);
    state.hidden = line.state === '';
    state.className = `chip ${SICK.includes(line.state) ? 'sick' : LATE.includes(line.state) ? 'late' : ''}`;
    say(element.lastChild, line.url === '' ? '' : facts(line, now));
  });
}

function facts(line, now) {
  const since = time => age((now - Date.parse(time)) / 1000);
  return [
    line.error, line.failures > 0 ? `${many(line.failures, 'failure')} in a row` : '', line.httpStatus ? `HTTP ${line.httpStatus}` : '',
    line.lastNewItemAt ? `last new item ${since(line.lastNewItemAt)} ago` : '', line.lastPollAt ? `polled ${since(line.lastPollAt)} ago` : '',
    line.title ? line.url : '',
  ].filter(Boolean).join(' · ');
}

async function findFeeds(now) {
  const words = $('#find-feeds').value.trim();
  const found = await ask(`v1/feeds?q=${encodeURIComponent(words)}`).catch(() => null);
  if (found !== null && words === $('#find-feeds').value.trim()) {
    feeds(found.lines ?? [], now, found.count);
  }
}

async function findRules(all) {
  const words = $('#find-rules').value.trim();
  const found = await ask(`v1/rules?q=${encodeURIComponent(words)}`).catch(() => null);
  if (found === null || words !== $('#find-rules').value.trim()) {
    return;
  }
  const hit = found.filter(rule => rule.day > 0);
  const shown = words === '' ? hit : found;
  const some = hit.length === found.length && hit.length > 0 ? `${count(hit.length)} or more` : count(hit.length);
  say($('#rule-count'), words === '' ? `${many(all, 'rule')}, ${some} with hits within the day` : `found ${many(found.length, 'rule')} of ${count(all)}`);
  keyed($('#rules').tBodies[0], shown.slice(0, 15), rule => rule.ruleId,
    () => h('tr', {}, h('td', {}, h('b'), ' ', h('span', { className: 'meta' })), h('td', { className: 'n' }), h('td', { className: 'n' })),
    (element, rule) => {
      say(element.children[0].children[0], rule.tag);
      say(element.children[0].children[1], `${rule.ruleId} v${rule.version}`);
      element.title = rule.query;
      say(element.children[1], count(rule.hour));
      say(element.children[2], count(rule.day));
    });
}

$('#find-rules').addEventListener('input', () => { rulesAt = -EVERY; });
$('#find-feeds').addEventListener('input', () => { feedsAt = -EVERY; });
