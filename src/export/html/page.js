"use strict";
const table = document.querySelector(".activities");
const body = table.tBodies[0];
const rows = [...body.rows];
const input = document.querySelector(".tools input");
document.querySelector(".tools").hidden = false;
input.addEventListener("input", () => {
  const words = input.value.toLowerCase().split(/\s+/);
  for (const row of rows) row.hidden = !words.every(word => row.textContent.toLowerCase().includes(word));
});
const key = cell => cell.dataset.key ?? cell.textContent;
for (const head of table.tHead.rows[0].cells) {
  const button = document.createElement("button");
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const down = head.ariaSort === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.ariaSort = down ? "descending" : "ascending";
    const compare = (one, other) =>
      key(one.cells[head.cellIndex]).localeCompare(key(other.cells[head.cellIndex]), document.documentElement.lang, { numeric: true });
    rows.sort((one, other) => down ? compare(other, one) : compare(one, other));
    body.append(...rows);
  });
}
