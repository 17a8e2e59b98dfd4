// What is wrong with the page, as a list of sentences.
(() => {
  const faults = [];
  const short = (s) => JSON.stringify(s.trim().slice(0, 40));

  // Nothing makes the page wider than the window.
  const root = document.scrollingElement || document.documentElement;
  if (document.body && root.scrollWidth > root.clientWidth + 1)
    faults.push(`the page is ${root.scrollWidth} wide, wider than the window of ${root.clientWidth}`);

  // Colours, as WCAG 2.1 compares them.
  const parse = (s) => {
    const m = s.match(/rgba?\(([^)]+)\)/);
    if (!m) return null;
    const p = m[1].split(/[ ,/]+/).map(Number);
    return { rgb: p.slice(0, 3), a: p.length > 3 ? p[3] : 1 };
  };
  const luminance = (rgb) => {
    const c = rgb.map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
  };
  const contrast = (a, b) => {
    const [x, y] = [luminance(a), luminance(b)].sort((m, n) => n - m);
    return (x + 0.05) / (y + 0.05);
  };
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const behind = (e) => {
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c && c.a > 0.99) return c.rgb;
    }
    return dark ? [18, 18, 18] : [255, 255, 255];
  };

  // Words of the page itself.
  if (document.body) {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let n; (n = walk.nextNode()); ) {
      const e = n.parentElement;
      if (!n.data.trim() || e.closest("svg, script, style")) continue;
      const style = getComputedStyle(e);
      if (style.display === "none" || style.visibility === "hidden") continue;
      const c = parse(style.color);
      if (c && contrast(c.rgb, behind(e)) < 4.5) faults.push(`the contrast of ${short(n.data)} is too low`);
    }
  }

  for (const svg of document.querySelectorAll("svg")) {
    const title = svg.querySelector(":scope > title"), desc = svg.querySelector(":scope > desc");
    if (!title?.textContent.trim() || !desc?.textContent.trim()) faults.push("a picture has no text for who does not see it");
    const box = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].filter((t) => t.textContent.trim());
    const rects = [...svg.querySelectorAll("rect, circle")];
    const seen = [];
    for (const t of texts) {
      const r = t.getBoundingClientRect();
      if (r.left < box.left - 1 || r.right > box.right + 1 || r.top < box.top - 1 || r.bottom > box.bottom + 1)
        faults.push(`${short(t.textContent)} is outside its picture`);
      const fill = parse(getComputedStyle(t).fill);
      const x = (r.left + r.right) / 2, y = (r.top + r.bottom) / 2;
      // The last shape drawn before the text that lies below its middle.
      let ground = [255, 255, 255];
      for (const s of rects) {
        if (!(s.compareDocumentPosition(t) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
        const b = s.getBoundingClientRect(), style = getComputedStyle(s), c = parse(style.fill);
        if (c && c.a > 0.99 && style.fillOpacity > 0.5 && b.left <= x && x <= b.right && b.top <= y && y <= b.bottom) ground = c.rgb;
      }
      if (fill && contrast(fill.rgb, ground) < 4.5) faults.push(`the contrast of ${short(t.textContent)} in a picture is too low`);
      if (t.getAttribute("transform")) continue; // slanting: its box says too much
      for (const other of seen) {
        const over = Math.min(r.right, other.r.right) - Math.max(r.left, other.r.left);
        const deep = Math.min(r.bottom, other.r.bottom) - Math.max(r.top, other.r.top);
        if (over > 2 && deep > 4) faults.push(`${short(t.textContent)} overlaps ${short(other.t.textContent)}`);
      }
      seen.push({ r, t });
    }
  }

  // A letter without a glyph looks like one that no font has.
  const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
  canvas.width = canvas.height = 40;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const drawn = (s) => {
    pen.clearRect(0, 0, 40, 40);
    pen.font = "20px system-ui, 'DejaVu Sans', sans-serif";
    pen.fillText(s, 8, 28);
    return pen.getImageData(0, 0, 40, 40).data.join();
  };
  const missing = drawn("\u{10FFFD}");
  for (const c of new Set((document.body?.innerText ?? "") + [...document.querySelectorAll("svg text")].map((t) => t.textContent).join("")))
    if (c.trim() && drawn(c) === missing) faults.push(`there is no glyph for U+${c.codePointAt(0).toString(16)}`);

  return faults;
})()
