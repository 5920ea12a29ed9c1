// Three plots over the last hour or day, drawn by uPlot; what they say stands in words beside them as well.
import uPlot from './uplot.js';
import { $, count, h, moment, rate, say, span } from './dom.js';
import { ask } from './ask.js';

const HOUR_EVERY = 5000;
const DAY_EVERY = 60000;
const HEIGHT = 140;

const PLOTS = [
  { title: 'Articles a minute', words: rate, series: [
    { name: 'received', key: 1, data: plots => plots.news.articles },
    { name: 'rejected', key: 2, data: plots => plots.rejected }] },
  { title: 'Received → stored', words: span, gaps: true, watched: 'known', series: [
    { name: 'half within', key: 1, data: plots => plots.news.storedP50 },
    { name: '99 % within', key: 2, data: plots => plots.news.storedP99 }] },
  { title: 'Records that wait', words: count, gaps: true, watched: 'sink and ingest known', series: [
    { name: 'enrich', key: 1, data: plots => plots.lag?.enrich ?? [] },
    { name: 'sink', key: 2, data: plots => plots.lag?.sink ?? [] },
    { name: 'ingest', key: 3, data: plots => plots.lag?.ingest ?? [] }] },
];

let drawn = [];
let timer = 0;
let last = null;

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const isDay = () => $('input[name=span]:checked').value === 'day';

export function showPlots() {
  $('#plots').replaceChildren(...PLOTS.map(plot => h('figure', {},
    h('figcaption', {}, h('b', {}, plot.title), ...plot.series.map(one => h('span', { data: { series: one.name } }, one.name))),
    h('div', { className: 'canvas', role: 'img' }), h('small'))));
  document.querySelectorAll('input[name=span]').forEach(input => input.addEventListener('change', refresh));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { forget(); draw(); });
  new ResizeObserver(() => drawn.forEach(one => one.setSize({ width: one.root.parentElement.clientWidth, height: HEIGHT })))
    .observe($('#plots'));
  refresh();
}

async function refresh() {
  clearTimeout(timer);
  try {
    last = await ask(`v1/plots?of=${isDay() ? 'day' : 'hour'}`);
    draw();
  } catch {
    // The head of the page says what is wrong; the next round tries again.
  }
  clearTimeout(timer);
  timer = setTimeout(refresh, isDay() ? DAY_EVERY : HOUR_EVERY);
}

function forget() {
  drawn.forEach(one => one.destroy());
  drawn = [];
}

function draw() {
  if (last === null) {
    return;
  }
  const from = Date.parse(last.from) / 1000;
  const minutes = last.news.articles.map((_, index) => from + 60 * index);
  document.querySelectorAll('#plots figure').forEach((figure, index) => {
    const plot = PLOTS[index];
    const series = plot.series.map(one => minutes.map((_, minute) => one.data(last)[minute] ?? null));
    const data = [minutes, ...series];
    if (drawn[index]) {
      drawn[index].setData(data);
    } else {
      drawn[index] = new uPlot(options(plot, figure.clientWidth), data, figure.querySelector('.canvas'));
    }
    describe(figure, plot, series);
  });
}

/** The newest value of each series in words, and the most of all for who can't see the plot. */
function describe(figure, plot, series) {
  const newest = series.map(values => values.findLast((value, index) => value !== null && index >= values.length - 6) ?? null);
  const words = value => value === null || value === undefined ? '–' : plot.words(value);
  plot.series.forEach((one, index) => {
    const label = figure.querySelectorAll('figcaption span')[index];
    label.style.setProperty('--key', `var(--plot-${one.key})`);
    label.textContent = `${one.name} ${words(newest[index])}`;
  });
  const begins = plot.watched && Date.parse(last.watchedSince) > Date.parse(last.from) ? `${plot.watched} since the dashboard was started, ${moment(last.watchedSince)}` : '';
  say(figure.querySelector('small'), begins);
  const most = series.map((values, index) => `${plot.series[index].name}: now ${words(newest[index])}, `
    + `most ${words(values.reduce((m, v) => v !== null && (m === null || v > m) ? v : m, null))}`);
  figure.querySelector('.canvas').setAttribute('aria-label', `${plot.title} over the last ${isDay() ? 'day' : 'hour'}. ${most.join('; ')}.${begins ? ` It is ${begins}.` : ''}`);
}

function options(plot, width) {
  const axis = { stroke: colour('--soft'), grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false }, font: '12px system-ui' };
  return {
    width, height: HEIGHT, legend: { show: false }, cursor: { y: false, drag: { x: false, y: false } }, padding: [8, 18, 0, 0],
    scales: { y: { range: (_, least, most) => [0, Math.max(most * 1.1, 1)] } },
    axes: [
      { ...axis, space: 60, size: 30, values: (_, splits) => splits.map(s => new Date(s * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false })) },
      { ...axis, size: 52, values: (_, splits) => splits.map(value => plot.words(value)) },
    ],
    series: [{}, ...plot.series.map(one => ({
      stroke: colour(`--plot-${one.key}`), width: 2, spanGaps: false, points: { size: 4, fill: colour(`--plot-${one.key}`), show: (u, index, first, last) => plot.gaps === true && last - first < 100 },
    }))],
  };
}
