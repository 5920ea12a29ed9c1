const number = new Intl.NumberFormat();
const rate = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const state = document.querySelector('#state');

function fill(table, rows) {
  const body = document.querySelector(`${table} tbody`);
  body.replaceChildren(...rows.map(cells => {
    const row = document.createElement('tr');
    cells.forEach(text => {
      const cell = document.createElement('td');
      cell.textContent = text;
      row.append(cell);
    });
    return row;
  }));
}

async function refresh() {
  try {
    const response = await fetch('v1/pipeline');
    const body = await response.json();
    if (!response.ok) {
      throw new Error(body.detail);
    }
    fill('#steps', body.steps.map(s => [s.service, s.topic, number.format(s.lag), rate.format(s.perSecond)]));
    fill('#topics', body.topics.map(t => [t.topic, number.format(t.written), rate.format(t.perSecond)]));
    state.textContent = `as Kafka had it at ${new Date(body.at).toLocaleTimeString()}`;
    state.className = '';
  } catch (error) {
    state.textContent = `cut off: ${error.message}`;
    state.className = 'sick';
  }
  setTimeout(refresh, 1000);
}

refresh();
