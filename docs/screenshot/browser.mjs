// Take a picture of Neo4j Browser showing what a query returns.
//
//   NEO4J_PASSWORD=… node docs/screenshot/browser.mjs http://localhost:7474/browser/ docs/images/browser.png
//
// A third argument is the file of the query, else huawei.cypher beside this script. NEO4J_USERNAME
// is neo4j where not set; CHROMIUM names the browser's program. Nothing but that server is asked:
// every other address is refused.

import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'

const WIDTH = 1400
const HEIGHT = 900
const MIDDLE = { x: 565, y: 490 } // of the canvas, between the views on its left and the legend on its right
const RADIUS = { x: 440, y: 345 }
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]
const SETTINGS = {
  theme: 'normal',
  showSampleScripts: false,
  showWheelZoomInfo: false,
  allowCrashReports: false,
  allowUserStats: false,
  autoComplete: false, // only what the query returns
  initialNodeDisplay: 300
}

const here = name => new URL(name, import.meta.url)
const byTestId = id => `[data-testid="${id}"]`

/** Return GraSS as Neo4j Browser keeps it: {selector: {property: value}}. */
function grass(text) {
  const rules = {}
  for (const [, selector, body] of text.matchAll(/([\w.]+)\s*\{\n(.*?)\n\}/gs)) {
    const lines = body.split('\n').map(line => line.match(/([\w-]+):\s*(.*);/))
    rules[selector] = Object.fromEntries(
      lines.map(([, name, value]) => [name, value.replace(/^"(.*)"$/, '$1')])
    )
  }
  return rules
}

/** Open Neo4j Browser with our style and settings, and log in. */
async function open(browser, url, user, password) {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT }, deviceScaleFactor: 1 })
  await page.route(
    address => address.hostname !== new URL(url).hostname,
    route => route.abort()
  )
  await page.addInitScript(
    ([settings, style]) => {
      localStorage.setItem('neo4j.settings', JSON.stringify(settings))
      localStorage.setItem('neo4j.grass', JSON.stringify(style))
    },
    [SETTINGS, grass(readFileSync(here('style.grass'), 'utf8'))]
  )
  await page.goto(url)
  await page.locator(byTestId('username')).fill(user)
  await page.locator(byTestId('password')).fill(password)
  await page.locator(byTestId('connect')).click()
  await page.getByText(':play start', { exact: true }).waitFor({ timeout: 20000 })
  await page.getByText(/^\w+\$$/).first().waitFor({ timeout: 20000 }) // the database, once it is known
  return page
}

/** Run the query and return its frame, drawn over the whole window. */
async function run(page, query) {
  await page.locator(`${byTestId('activeEditor')} .monaco-editor`).first().click()
  await page.keyboard.insertText(query)
  await page.locator(byTestId('editor-Run')).click()
  const frame = page.locator(byTestId('frame'), { has: page.locator('svg g.node') })
  await frame.locator('svg g.node').first().waitFor({ timeout: 20000 })
  await frame.locator('[title="Fullscreen"]').click()
  return frame
}

/** Wait until no node moves any more. */
async function settle(frame) {
  const places = () =>
    frame.locator('svg g.node').evaluateAll(nodes => nodes.map(n => n.getAttribute('transform')).join())
  let before = ''
  for (let now = await places(); now !== before; now = await places()) {
    before = now
    await frame.page().waitForTimeout(1000)
  }
}

/** Drag the node with the most ties to the middle and the others to a ring around it. */
async function arrange(frame) {
  const nodes = frame.locator('svg g.node')
  const ties = await frame.locator('svg g.relationship').evaluateAll(ties =>
    ties.map(({ __data__: tie }) => [tie.source.id, tie.target.id])
  )
  const found = await nodes.evaluateAll(nodes =>
    nodes.map(({ __data__: { id, propertyMap } }, at) => ({ at, id, name: propertyMap.name }))
  )
  const tied = (a, b) => ties.some(ends => a !== b && ends.includes(a.id) && ends.includes(b.id))
  const degree = node => ties.filter(ends => ends.includes(node.id)).length
  const [centre, ...rest] = found.sort((a, b) => degree(b) - degree(a) || (a.name < b.name ? -1 : 1))
  await drag(nodes.nth(centre.at), MIDDLE)
  const ring = inOrder(rest, tied)
  for (const [place, node] of ring.entries()) {
    const turn = (2 * Math.PI * place) / ring.length
    const near = ring.length > 12 && place % 2 ? 0.66 : 1
    await drag(nodes.nth(node.at), {
      x: MIDDLE.x - near * RADIUS.x * Math.cos(turn),
      y: MIDDLE.y - near * RADIUS.y * Math.sin(turn)
    })
  }
  await frame.page().mouse.move(MIDDLE.x, HEIGHT - 5)
}

/** Return the nodes in an order that has each between those that it is tied to. */
function inOrder(nodes, tied) {
  const order = []
  for (const node of nodes) {
    if (order.includes(node)) continue
    const others = nodes.filter(other => tied(node, other) && !order.includes(other))
    order.push(...others.filter((_, at) => at % 2), node, ...others.filter((_, at) => !(at % 2)))
  }
  return order
}

async function drag(node, to) {
  const mouse = node.page().mouse
  const box = await node.boundingBox()
  await mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await mouse.down()
  await mouse.move(to.x, to.y, { steps: 8 })
  await mouse.up()
}

const [url, png, file] = process.argv.slice(2)
const password = process.env.NEO4J_PASSWORD
if (!url || !png || !password) {
  console.error('NEO4J_PASSWORD=… node docs/screenshot/browser.mjs URL PNG [QUERY.cypher]')
  process.exit(2)
}
const query = readFileSync(file ?? here('huawei.cypher'), 'utf8').trim().replace(/\s+/g, ' ')
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: FLAGS
})
try {
  const page = await open(browser, url, process.env.NEO4J_USERNAME ?? 'neo4j', password)
  const frame = await run(page, query)
  await settle(frame)
  await arrange(frame)
  await settle(frame)
  await page.screenshot({ path: png })
} catch (error) {
  const said = await browser.contexts()[0]?.pages()[0]?.locator(byTestId('frame')).allInnerTexts()
  console.error(`No picture: ${error.message.split('\n')[0]}\n${(said ?? []).join('\n')}`)
  process.exitCode = 1
} finally {
  await browser.close()
}
