// The page, the picture and the Gantt chart in a browser: no errors, nothing loaded, nothing that keeps people out.
// Run by `.ci/formats`; PLAN is the program, CHROMIUM the browser.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

const require = createRequire(join(process.env.MODULES, "x"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const mermaid = readFileSync(join(process.env.MODULES, "node_modules/mermaid/dist/mermaid.min.js"), "utf8");

const folder = mkdtempSync(join(tmpdir(), "plan-page-"));
const of = (file, ...more) =>
  execFileSync(process.env.PLAN, ["-f", file, "--today", "2018-06-11", ...more], { maxBuffer: 1 << 26 });
const plan = (...more) => of("data/plan.toml", ...more);
const hostile = join(folder, "hostile.toml");
const bureau = join(folder, "bureau");
mkdirSync(bureau);
for (const name of ["甲", "乙"]) copyFileSync("data/plan.toml", join(bureau, `${name}.toml`));
const title = '长'.repeat(10000) + '<img src=x onerror=alert(1)> "quoted" & \'single\' : ; # %% gantt';
writeFileSync(hostile, `[plan]\ntitle = ${JSON.stringify(title)}\nyear = 2018\n[[activity]]\nid = "A1"\ntitle = ${JSON.stringify(title)}\ndue = 2018-06-20\n`);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
test.after(() => browser.close());

async function open(name, content, options = {}) {
  const file = join(folder, name);
  writeFileSync(file, content);
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const errors = [], requests = [];
  page.on("console", message => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", error => errors.push(String(error)));
  page.on("request", request => requests.push(request.url()));
  await page.goto(`file://${file}`);
  return { page, errors, requests };
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1200, 375]) {
    for (const [name, file] of [["page", "data/plan.toml"], ["page of two plans", bureau]]) {
      test(`the ${name} reads in ${colorScheme} at ${width} pixels, and axe finds nothing serious`, async () => {
        const { page, errors, requests } = await open("plan.html", of(file, "export", "html"), { colorScheme, viewport: { width, height: 900 } });
        for (const summary of await page.locator("summary").all()) await summary.click();
        assert.deepEqual(errors, []);
        assert.equal(requests.length, 1);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${overflow} pixels too wide`);
        await page.addScriptTag({ content: axe });
        const { violations } = await page.evaluate(() => window.axe.run());
        const serious = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
        assert.deepEqual(serious.map(({ id, nodes }) => [id, nodes[0].html]), []);
      });
    }
  }
}

test("the table filters and sorts, and shows everything without a script", async () => {
  const { page } = await open("plan.html", plan("export", "html"));
  assert.equal(await page.locator(".activities tbody tr:visible").count(), 35);
  await page.getByRole("searchbox").fill("集中学习");
  assert.equal(await page.locator(".activities tbody tr:visible").count(), 3);
  await page.getByRole("searchbox").fill("");
  await page.getByRole("button", { name: "编号" }).click();
  assert.equal(await page.locator(".activities tbody tr").first().locator("td").first().textContent(), "A1");
  await page.getByRole("button", { name: "编号" }).click();
  assert.equal(await page.locator(".activities tbody tr").first().locator("td").first().textContent(), "T6");
  const { page: still } = await open("plan.html", plan("export", "html"), { javaScriptEnabled: false });
  assert.equal(await still.locator(".activities tbody tr:visible").count(), 35);
  assert.equal(await still.locator(".tools:visible").count(), 0);
});

test("the table filters on a phone", async () => {
  const { page } = await open("plan.html", plan("export", "html"), { viewport: { width: 375, height: 900 } });
  await page.getByRole("searchbox").fill("集中学习");
  assert.equal(await page.locator(".activities tbody tr:visible").count(), 3);
});

test("the table of two plans filters and sorts over both, and a timeline is opened with a click", async () => {
  const { page } = await open("bureau.html", of(bureau, "export", "html"));
  assert.equal(await page.locator("svg:visible").count(), 0);
  await page.locator("summary").first().click();
  assert.equal(await page.locator("svg:visible").count(), 1);
  await page.getByRole("searchbox").fill("集中学习");
  assert.equal(await page.locator(".activities tbody tr:visible").count(), 6);
  await page.getByRole("searchbox").fill("（甲）");
  assert.equal(await page.locator(".activities tbody tr:visible").count(), 35);
  await page.getByRole("button", { name: "完成时限" }).click();
  const first = page.locator(".activities tbody tr").first();
  assert.match(await first.textContent(), /及时/);
});

test("no title becomes markup in the page or the picture", async () => {
  const { page, errors } = await open("hostile.html", of(hostile, "export", "html"));
  assert.deepEqual(errors, []);
  assert.equal(await page.locator("img").count(), 0);
  assert.equal(await page.locator("h1").textContent(), title);
  const picture = await open("hostile.svg", of(hostile, "export", "svg"));
  assert.deepEqual(picture.errors, []);
  assert.equal(await picture.page.locator("svg > title").textContent(), title);
});

test("Mermaid reads the chart, whatever the titles hold", async () => {
  const { page } = await open("empty.html", "<!DOCTYPE html><title>t</title>");
  await page.addScriptTag({ content: mermaid });
  for (const text of ["data/plan.toml", hostile, bureau].map(file => of(file, "export", "mermaid"))) {
    const drawn = await page.evaluate(async text => {
      mermaid.initialize({ startOnLoad: false });
      return (await mermaid.render("chart", text)).svg;
    }, text.toString());
    assert.ok(drawn.includes("</svg>"));
    assert.ok(!drawn.includes("Syntax error"));
  }
});
