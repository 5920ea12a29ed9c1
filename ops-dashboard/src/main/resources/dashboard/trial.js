// A rule on trial against the articles of the last day: counts as they come, and examples with the words marked.
import { $, count, h, keyed, many, moment, say } from './dom.js';
import { askLines } from './ask.js';

const KINDS = ['gained', 'lost', 'kept'];
let running = null;

/** Tries a rule until it is done, stopped, or another is tried. */
export async function tryRule(rule) {
  forgetTrial();
  const mine = running = new AbortController();
  $('#trial').hidden = false;
  say($('#trial-said'), 'trying …');
  $('#rule-stop').hidden = false;
  $('#rule-try').disabled = true;
  try {
    await askLines('v1/rules/try', rule, mine.signal, state => mine === running && show(state));
  } catch (error) {
    if (error.name !== 'AbortError') {
      forgetTrial();
      throw error;
    }
  } finally {
    if (mine === running) {
      running = null;
    }
    ready();
  }
}

function ready() {
  $('#rule-stop').hidden = true;
  $('#rule-try').disabled = false;
  $('#trial progress').hidden = true;
}

/** There is no trial, and none is shown. */
export function forgetTrial() {
  running?.abort();
  running = null;
  $('#trial').hidden = true;
  $('#trial').classList.remove('stale');
  $('#trial-counts').replaceChildren();
  $('#trial-examples').replaceChildren();
  $('#trial progress').value = 0;
  ready();
}

/** What stands there is of an earlier text of the rule. */
export function staleTrial() {
  if (!$('#trial').hidden) {
    $('#trial').classList.add('stale');
    say($('#trial-said'), 'This was found with the text as it was before; try again.');
    running?.abort();
  }
}

function show(state) {
  $('#trial progress').hidden = state.stage !== 'trying';
  $('#trial progress').value = state.day;
  say($('#trial-said'), words(state));
  const numbers = [['match', `${count(state.matched)} of ${count(state.articles)}`], ...(state.against === undefined ? []
    : [[`gained against v${state.against}`, `+${count(state.gained)}`], ['lost', `−${count(state.lost)}`]])];
  keyed($('#trial-counts'), numbers, ([name]) => name, ([name]) => h('div', {}, h('dt', {}, name), h('dd')),
    (element, [, number]) => say(element.lastChild, number));
  keyed($('#trial-examples'), KINDS.filter(kind => (state.examples ?? []).some(one => one.change === kind)), kind => kind,
    kind => h('section', { className: kind }, h('h3', {}, title(kind, state)), h('ol', { className: 'articles' })),
    (element, kind) => keyed(element.lastChild, state.examples.filter(one => one.change === kind), one => one.articleId + one.receivedAt, example));
}

function title(kind, state) {
  return { gained: 'Would gain the tag', lost: 'Would lose it', kept: state.against === undefined ? 'Examples' : 'Would keep it' }[kind];
}

function words(state) {
  const tried = `${many(state.articles, 'article')} tried, all that came since ${moment(state.since)}`;
  switch (state.stage) {
    case 'trying': return `trying … ${many(state.articles, 'article')} so far`;
    case 'done': return `${many(state.articles, 'article')} of the last day tried.${unseen(state)}`;
    case 'time-up': return `A minute is over: ${tried}.${unseen(state)}`;
    default: return `The trial failed: ${state.why}`;
  }
}

function unseen(state) {
  return state.neverSeen?.length ? ` None of them has ${state.neverSeen.join(' or ')}.` : '';
}

function example(one) {
  return h('li', {}, ...one.excerpts.map(excerpt => h('p', { className: excerpt.in }, ...(excerpt.pieces ?? []).map(piece =>
    piece.matched ? h('mark', {}, piece.text) : piece.text))), h('p', { className: 'meta' }, `${one.source ? `${one.source} · ` : ''}${moment(one.receivedAt)}`));
}

$('#rule-stop').addEventListener('click', () => {
  running?.abort();
  say($('#trial-said'), `Stopped. ${$('#trial-said').textContent}`);
});
