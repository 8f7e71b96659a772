// A finding that is linked to opens the level it lies in; on paper every level is open. Browsers
// that open `details` for a link by themselves lose nothing by it.
function reveal() {
  const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  const closed = target?.closest("details:not([open])");
  if (!closed) return;
  closed.open = true;
  target.scrollIntoView();
}
reveal();
addEventListener("hashchange", reveal);

let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const details of opened) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});
