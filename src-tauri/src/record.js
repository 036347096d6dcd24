// Debug builds that are driven by a test note here what the page was refused or got wrong.
(() => {
  const reports = [];
  const note = (kind, text) => reports.push(`${kind}: ${text}`);
  Object.defineProperty(window, '__reports', { value: reports });
  addEventListener('securitypolicyviolation', (event) =>
    note('csp', `${event.violatedDirective} refused ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`), true);
  // A notice of the browser, not a fault: who watches a size hears of it in the next frame (Resize Observer, "deliver resize loop error").
  const isNotice = (event) => String(event.message ?? '').startsWith('ResizeObserver loop');
  addEventListener('error', (event) => isNotice(event) || note('error', event.message ?? `${event.target?.src ?? event.target?.href} did not load`), true);
  addEventListener('unhandledrejection', (event) => note('rejection', String(event.reason?.message ?? event.reason)));
  for (const level of ['error', 'warn']) {
    const write = console[level].bind(console);
    console[level] = (...words) => {
      note(`console.${level}`, words.map(String).join(' '));
      write(...words);
    };
  }
})();
