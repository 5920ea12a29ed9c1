// The pipeline as a picture, and what is to be said of it in one line.
import { $, age, count, h, keyed, many, rate, say, span } from './dom.js';

const QUIET = 30 * 60;
const WORDS = { well: 'keeps up', late: '', sick: '' };

const secondsSince = (time, now) => time ? (now - Date.parse(time)) / 1000 : null;

const sickFeeds = ({ feeds: { states } }) => ['failing', 'gone', 'lying', 'overdue'].reduce((sum, state) => sum + (states?.[state] ?? 0), 0);

/** State and words for the head of the page. */
export function verdict(view, now) {
  const worst = view.steps.filter(step => step.state === view.state);
  if (view.state === 'sick' || view.state === 'late') {
    const words = worst.map(step => `${step.service} ${step.why}` + (step.lag > 0
      ? `: ${many(step.lag, 'record')} wait${step.lag === 1 ? 's' : ''}, the oldest for ${span(step.behindSeconds)}` : ''));
    return [view.state, words.join('; ')];
  }
  const quiet = secondsSince(view.received, now);
  if (quiet !== null && quiet > QUIET) {
    return ['late', `no news for ${age(quiet)}`];
  }
  const sick = sickFeeds(view);
  return ['well', `${sick > 0 ? `the flow is well, ${many(sick, 'feed')} ${sick === 1 ? 'is' : 'are'} in trouble` : 'all is well'}${quiet === null ? '; no article yet' : ''}`];
}

function place(name, time, now, late, more) {
  const old = secondsSince(time, now);
  return {
    key: name, kind: 'place', state: '', name,
    lines: [['small', old === null ? 'no article yet' : `newest article came ${age(old)} ago`, late], ...more],
  };
}

function step(view, service, perSecond) {
  const found = view.steps.find(one => one.service === service);
  const lag = found.lag === 0 ? 'nothing waits' : `${many(found.lag, 'record')} wait${found.lag === 1 ? 's' : ''}`;
  const behind = found.behindSeconds >= 1 ? `, oldest ${span(found.behindSeconds)}` : '';
  const instances = found.instances === undefined ? '' : many(found.instances, 'reader');
  return {
    key: service, kind: 'step', state: found.state, name: service,
    lines: [['said', WORDS[found.state] || found.why], ['big', `${rate(perSecond)}/s`], ['small', lag + behind], ['small', instances]],
  };
}

export function showFlow(view, now) {
  const raw = view.topics.find(topic => topic.topic === 'news.articles.raw');
  const sick = sickFeeds(view);
  const sources = [['small', view.feeds.count === 0 ? 'pushes and the inbox' : `${many(view.feeds.count, 'feed')}, pushes, inbox`]];
  if (sick > 0) {
    sources.push(['stale', `${many(sick, 'feed')} in trouble`]);
  }
  const behind = name => view.steps.find(one => one.service === name).state !== 'well';
  keyed($('#flow'), [
    { key: 'feeds', kind: 'place', state: '', name: 'sources', lines: sources },
    step(view, 'ingest', raw.perSecond),
    place('raw', view.received, now, false, [['small', `${count(raw.written)} written`]]),
    step(view, 'enrich', view.news.enrichedPerSecond),
    place('enriched', view.news.enriched, now, behind('enrich'), []),
    step(view, 'sink', view.news.storedPerSecond),
    place('stored', view.news.stored, now, behind('sink') || behind('enrich'), []),
  ], item => item.key, make, update);
  times(view);
}

function make(item) {
  return h('li', { className: item.kind, id: `flow-${item.key}` }, h('div', { className: 'name' }, item.name));
}

function update(element, item) {
  element.dataset.state = item.state;
  while (element.children.length < item.lines.length + 1) {
    element.append(h('div'));
  }
  while (element.children.length > item.lines.length + 1) {
    element.lastChild.remove();
  }
  item.lines.forEach(([kind, text, late], index) => {
    const line = element.children[index + 1];
    line.className = late ? 'stale' : kind;
    say(line, text);
  });
}

function times(view) {
  const words = of => of ? `${span(of.p50)} · ${span(of.p99)}` : '–';
  keyed($('#times'), [['received → enriched', view.news.toEnriched], ['received → stored', view.news.toStored]],
    ([name]) => name, ([name]) => h('div', {}, h('dt', {}, `${name}, half · 99 % within`), h('dd')),
    (element, [, of]) => say(element.lastChild, words(of)));
}
