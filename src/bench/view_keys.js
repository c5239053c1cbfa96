// From a key to its brain: prints medians of 50 as JSON. Called by view.py with the URL of a running view.
const { chromium } = require(process.cwd() + '/target/web-test/node_modules/playwright-core');

const TIMES = 50;
const WORDS = ['ant', 'arm', 'bear', 'bee', 'bell', 'car', 'cat', 'cow', 'cup', 'dog', 'eye', 'fly', 'foot', 'key', 'leg'];

function summary(all) {
  const sorted = all.slice().sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)], highest: sorted[sorted.length - 1] };
}

(async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
  });
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.goto(process.argv[2]);
  await page.waitForSelector('html[data-view=ready]');
  await page.evaluate(() => {
    window.times = [];
    let pressed = 0;
    addEventListener('keydown', () => { pressed = performance.now(); }, true);
    new MutationObserver(() => {
      const gl = document.getElementById('predicted-canvas').getContext('webgl2');
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4)); // returns when all is drawn
      window.times.push(performance.now() - pressed);
    }).observe(document.documentElement, { attributeFilter: ['data-drawn'] });
  });
  const times = async (press) => {
    const taken = [];
    for (let i = 0; i < TIMES; i++) {
      const before = await page.evaluate(() => window.times.length);
      await press(i);
      await page.waitForFunction((n) => window.times.length > n, before);
      taken.push(await page.evaluate((n) => window.times[n], before));
      await page.waitForTimeout(150);
    }
    return summary(taken);
  };
  const typed = await times(async (i) => {
    const word = WORDS[i % WORDS.length];
    await page.locator('#word').fill(word.slice(0, -1));
    await page.waitForTimeout(150);
    await page.locator('#word').press(word.slice(-1));
  });
  await page.locator('#feature-7').focus();
  const moved = await times((i) => page.keyboard.press(i % 2 ? 'PageDown' : 'PageUp'));
  process.stdout.write(JSON.stringify({ 'a word': typed, 'a feature': moved }));
  await browser.close();
})();
