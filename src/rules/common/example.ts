/** A topology written in a rule's source: the lines between the backticks, without their common indentation. */
export function yaml(text: TemplateStringsArray): string {
  const lines = text.join('').split('\n').slice(1, -1);
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const common = Math.min(...indents);
  return `${lines.map((line) => line.slice(common)).join('\n')}\n`;
}
