import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { chinesePictures } from '../../../docs/pictures';
import { namesIn, shapeOf } from '../../pageShape';

test('the page of the walkthrough has the same parts and names in both languages', () => {
  const [english = '', chinese = ''] = ['your-own-files.md', 'your-own-files.nls.zh-cn.md'].map((name) =>
    readFileSync(`media/walkthrough/${name}`, 'utf8'),
  );
  assert.deepEqual(shapeOf(chinese), shapeOf(english));
  assert.deepEqual(namesIn(chinese), namesIn(english));
});

/** How wide a text is drawn in about these widths of characters, in pixels. */
function widthOf(style: string, text: string): number {
  const size = Number(/font-size="([\d.]+)"/.exec(style)?.[1] ?? 0);
  const latin = style.includes('--vscode-editor-font-family') ? 0.6 : 0.55;
  const ems = Array.from(text.replace(/&\w+;/g, 'x')).map((character) => {
    if (/[\u2e80-\u9fff\uff00-\uff60]/.test(character)) return 1;
    return character === ' ' && latin < 0.6 ? 0.28 : latin;
  });
  return size * ems.reduce((sum, em) => sum + em, 0);
}

/** The end of each text to the right, in the coordinates of the picture. */
function endsOf(svg: string): readonly number[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]+)</g)].map(([, style = '', text = '']) => {
    const x = Number(/ x="([\d.]+)"/.exec(style)?.[1]);
    const width = widthOf(style, text);
    const anchor = /text-anchor="(\w+)"/.exec(style)?.[1];
    return anchor === 'end' ? x : anchor === 'middle' ? x + width / 2 : x + width;
  });
}

for (const { path, svg, unused } of chinesePictures()) {
  test(`${path}: no word is translated that is not drawn`, () => {
    assert.deepEqual(unused, []);
  });

  test(`${path}: no text reaches further than the English one, or than the picture`, () => {
    const english = endsOf(readFileSync(path.replace('.zh-cn', ''), 'utf8'));
    const width = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
    const tooFar = endsOf(svg).filter((end, index) => end > width || end > Math.max(english[index] ?? 0, 0) + 30);
    assert.deepEqual(tooFar, []);
  });
}
