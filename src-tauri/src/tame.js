// Tauri freezes Object.prototype. In strict code a frozen property also stops objects from having their own of
// the same name: `proto.constructor = …` throws, and ECharts does just that. As accessors the inherited ones
// stay frozen, and an assignment makes an own property, as it would without the freeze.
// The semicolon ends Tauri's own script, which this one follows.
;(() => {
  for (const name of ['constructor', 'toString', 'toLocaleString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable']) {
    const inherited = Object.prototype[name];
    Object.defineProperty(Object.prototype, name, {
      get: () => inherited,
      set(value) {
        if (this === Object.prototype) throw new TypeError(`Object.prototype.${name} is frozen`);
        Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
      },
    });
  }
})();
