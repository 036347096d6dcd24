// Sets the theme before anything is painted. Kept outside the bundle so that it blocks the first paint.
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    let choice = "system";
    try {
      choice = localStorage.getItem("theme") ?? "system";
    } catch {
      // storage may be closed: the system's theme it is
    }
    document.documentElement.dataset.theme = choice === "light" || choice === "dark" ? choice : dark.matches ? "dark" : "light";
    document.dispatchEvent(new CustomEvent("themechange"));
  };
  dark.addEventListener("change", apply);
  document.addEventListener("themechoice", apply);
  apply();
})();
