/** Vite plugin: the white space of `html` and `css` templates, which no minifier touches, shrinks to what counts. */
import type { ESTree, Plugin } from 'vite';

const TAGS = ['html', 'css', 'svg'];

type Tagged = ESTree.TaggedTemplateExpression;

export function shortTemplates(): Plugin {
  return {
    name: 'plaza-short-templates',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (id.includes('node_modules') || !TAGS.some((tag) => code.includes(`${tag}\``)))
        return null;
      let short = code;
      const quasis = templatesIn(this.parse(code)).flatMap(({ tag, quasi }) =>
        quasi.quasis.map((part) => ({
          part,
          isCss: tag.type === 'Identifier' && tag.name === 'css',
        })),
      );
      for (const { part, isCss } of quasis.sort((a, b) => b.part.start - a.part.start)) {
        const text = shortened(part.value.raw, isCss);
        const start = code.indexOf(part.value.raw, part.start);
        short = short.slice(0, start) + text + short.slice(start + part.value.raw.length);
      }
      return { code: short, map: null };
    },
  };
}

/** One space is as good as many, in text and between declarations; around braces CSS needs none. */
function shortened(text: string, isCss: boolean): string {
  const single = text.replace(/\s+/g, ' ');
  return isCss ? single.replace(/\/\*.*?\*\//g, '').replace(/ ?([{};,]) ?/g, '$1') : single;
}

function templatesIn(node: unknown): Tagged[] {
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.values(node).flatMap(templatesIn);
  return isTemplate(node) ? [node, ...inside] : inside;
}

function isTemplate(node: object): node is Tagged {
  if (!('type' in node) || node.type !== 'TaggedTemplateExpression') return false;
  const { tag } = node as Tagged;
  return tag.type === 'Identifier' && TAGS.includes(tag.name);
}
