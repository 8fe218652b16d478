import {BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip} from "chart.js";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

// The table is the source: a chart draws the columns that it names, and says nothing that the table does not.
const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const resolved = name => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = `var(${name})`;
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
};

for (const canvas of document.querySelectorAll("canvas[data-table]")) {
  const cells = [...document.getElementById(canvas.dataset.table).tBodies[0].rows]
      .filter(row => row.dataset.value)
      .map(row => ({label: row.dataset.label, value: Number(row.dataset.value), n: row.dataset.n}));
  canvas.parentElement.style.blockSize = `${cells.length * 22 + 48}px`;
  new Chart(canvas, {
    type: "bar",
    data: {
      labels: cells.map(cell => cell.label),
      datasets: [{data: cells.map(cell => cell.value), backgroundColor: resolved("--accent"), borderRadius: 3, maxBarThickness: 26}],
    },
    options: {
      indexAxis: "y", maintainAspectRatio: false, animation: false,
      font: {family: token("--bs-body-font-family")},
      scales: {
        x: {min: 0, max: 100, grid: {color: resolved("--line")}, ticks: {color: resolved("--ink-soft"), callback: value => `${value} %`}},
        y: {grid: {display: false}, ticks: {color: resolved("--ink"), autoSkip: false}},
      },
      plugins: {tooltip: {callbacks: {label: item => `${item.formattedValue} %, n = ${cells[item.dataIndex].n}`}}},
    },
  });
}
document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
