// The newest articles and what they are about. Titles and names come from anywhere: they are text.
import { $, age, count, h, keyed, rate, say, span } from './dom.js';
import { ask } from './ask.js';

const list = $('#newest');
let open = null;

/** The list holds still while somebody points at it or has opened one of its articles. */
const isHeld = () => list.matches(':hover') || list.matches(':focus-within') || open !== null;

export function showNews(view, now) {
  $('#held').hidden = !isHeld() || list.children.length === 0;
  if (!isHeld() || list.children.length === 0) {
    keyed(list, view.news.newest ?? [], item => `${item.articleId} ${item.enrichedAt}`, line);
  }
  list.querySelectorAll('time').forEach(time => say(time, `${age((now - Date.parse(time.dateTime)) / 1000)} ago`));
  shares($('#sections'), view.news.sections ?? []);
  shares($('#languages'), (view.news.languages ?? []).slice(0, 8));
  tags(view.news.tags ?? []);
}

function line(item) {
  const why = h('button', { className: 'link', type: 'button', 'aria-expanded': 'false' }, 'why');
  const element = h('li', {},
    h('div', { className: 'line' }, h('span', { className: 'headline' }, item.headline || '(no headline)')),
    h('div', { className: 'line' },
      h('span', { className: 'meta' }, [item.source, item.language].filter(Boolean).join(' · ')),
      h('time', { className: 'meta', dateTime: item.receivedAt }),
      h('span', { className: 'chips' },
        ...(item.sections ?? []).map(name => h('span', { className: 'chip section' }, name)),
        ...(item.tags ?? []).map(name => h('span', { className: 'chip' }, name))),
      why));
  why.setAttribute('aria-label', `why ${item.headline || 'this article'} has these labels`);
  why.addEventListener('click', () => explain(element, why, item.articleId));
  return element;
}

async function explain(element, button, articleId) {
  open?.remove();
  const closes = button.getAttribute('aria-expanded') === 'true';
  list.querySelectorAll('[aria-expanded=true]').forEach(other => other.setAttribute('aria-expanded', 'false'));
  open = null;
  if (closes) {
    return;
  }
  open = h('div', { className: 'why' }, 'asking …');
  button.setAttribute('aria-expanded', 'true');
  element.append(open);
  const target = open;
  try {
    target.replaceChildren(...reasons(await ask(`v1/newest/${encodeURIComponent(articleId)}`)));
  } catch (error) {
    target.textContent = error.message;
  }
}

function reasons(article) {
  const labels = article.labels ?? {};
  const sections = (labels.sections ?? []).map(label => h('p', {},
    h('b', {}, `${label.section} ${label.score.toFixed(2)}`), ' because of ',
    (label.because ?? []).map(one => `“${one.words}” ${one.weight > 0 ? '+' : ''}${one.weight.toFixed(1)}`).join(', ') || 'the text as a whole'));
  const tagged = (labels.tags ?? []).map(label => h('p', {}, h('b', {}, `#${label.tag}`),
    label.through ? ` through rule ${label.through}` : ` by rule ${label.rule} v${label.ruleVersion}: `,
    (label.matched ?? []).map(words => `“${words}”`).join(', ')));
  const took = (Date.parse(article.enrichedAt) - Date.parse(article.receivedAt)) / 1000;
  return [...sections, ...(sections.length === 0 ? [h('p', {}, `no section: ${labels.sectionOutcome ?? 'withheld'}`)] : []),
    ...tagged, h('p', { className: 'meta' }, `id ${article.articleId} · revision ${article.revision} · enriched ${span(took)} after it was received`
      + (article.duplicateOf ? ` · duplicate of ${article.duplicateOf}` : ''))];
}

function cells(row, texts) {
  texts.forEach((text, index) => say(row.children[index], text));
}

const row = (...classes) => h('tr', {}, ...classes.map(name => h('td', { className: name })));

function shares(table, counts) {
  const most = Math.max(1, ...counts.map(one => one.hour));
  keyed(table.tBodies[0], counts, one => one.name, () => row('', 'n', 'n'), (element, one) => {
    cells(element, [one.name, count(one.hour), count(one.day)]);
    element.firstChild.style.setProperty('--share', `${100 * one.hour / most}%`);
  });
}

function tags(counts) {
  const most = Math.max(1, ...counts.map(one => one.hour));
  keyed($('#tags').tBodies[0], counts, one => one.name, () => row('', 'n', 'n'), (element, one) => {
    const times = one.usual ? one.hour / one.usual : 0;
    const rises = one.usual !== undefined && one.hour >= 5 && times >= 2;
    cells(element, [one.name, count(one.hour), one.usual === undefined ? '–' : rises ? `${rate(times)} × ${rate(one.usual)}` : rate(one.usual)]);
    element.lastChild.className = rises ? 'n up' : 'n';
    element.firstChild.style.setProperty('--share', `${100 * one.hour / most}%`);
  });
}
