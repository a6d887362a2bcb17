/**
 * Ties what must not be torn apart at a line's end: `11. 28.(토)`, `오후 2시`, `3만 원`, `두 줄`, a telephone number. For slides only;
 * an announcement's text is never touched.
 */
export function keepTogether(text: string): string {
  return text
    .replace(/(\d+\.) (?=\d+\.)/g, '$1\u00a0')
    .replace(/\.\((?=[일월화수목금토]\))/g, '.\u2060(')
    .replace(/(오전|오후|낮|새벽|밤) (?=\d)/g, '$1\u00a0')
    .replace(/(\d[\d,]*[만천백]?) (?=원)/g, '$1\u00a0')
    .replace(/(^|[ (])(한|두|세|네|\d+) (?=[가-힣])/g, '$1$2\u00a0')
    .replace(/(\d-)(?=\d)/g, '$1\u2060')
    .replace(/\)(?=[가-힣])/g, ')\u2060')
    .replace(/(\S)·/g, '$1\u2060·')
    .replace(/ ([·~]) /g, '\u00a0$1 ');
}
