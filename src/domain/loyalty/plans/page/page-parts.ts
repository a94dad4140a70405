/** Fits A4 with margins of 12 mm; sizes in points, because it is made to be printed. */
export const PAGE_STYLE = `@page{size:A4;margin:12mm}body{font:9pt/1.3 system-ui,sans-serif;color:#1a1a1a;max-width:186mm;margin:0 auto}
h1{font-size:16pt;margin:0}h2{font-size:10.5pt;margin:3.5mm 0 .8mm;border-bottom:1px solid #1f4e79;color:#1f4e79}p{margin:.5mm 0}
ul{margin:0;padding-left:4mm}li{margin:.8mm 0;overflow-wrap:anywhere}small{color:#555;font-size:8pt}strong{color:#9b1c1c}
table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{text-align:left;vertical-align:top;padding:.6mm 2mm .6mm 0;border-bottom:1px solid #ddd;overflow-wrap:anywhere}
th{font-weight:600;color:#555}.two{display:grid;grid-template-columns:1fr 1fr;gap:0 8mm}.done{color:#555}footer{margin-top:3mm;color:#555;font-size:8pt}
@media screen{body{padding:8mm}}`;

/** At most so many characters of a text, on one line; a cut one ends in an ellipsis. */
export function clipped(text: string, most: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= most
    ? characters.join('')
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** The first entries of a list, and how many more there are; `none` where there are none at all. */
export function listOf(items: readonly string[], most: number, none: string): string {
  if (items.length === 0) return `<p>${none}</p>`;
  const shown = items.slice(0, most).map((item) => `<li>${item}</li>`);
  return `<ul>${shown.join('')}</ul>${moreOf(items.length, most)}`;
}

/** A column of a table on the page. */
export interface PageColumn {
  readonly title: string;
  /** Share of the width, in per cent. */
  readonly width: number;
}

/** The same for a table whose rows are cells of HTML. */
export function tableOf(
  columns: readonly PageColumn[],
  rows: readonly (readonly string[])[],
  most: number,
  none: string,
): string {
  if (rows.length === 0) return `<p>${none}</p>`;
  const head = columns
    .map(({ title, width }) => `<th scope="col" style="width:${width}%">${title}</th>`)
    .join('');
  const body = rows
    .slice(0, most)
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>${moreOf(rows.length, most)}`;
}

function moreOf(count: number, most: number): string {
  return count > most ? `<p><small>and ${count - most} more</small></p>` : '';
}
