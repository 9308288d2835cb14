// Files of servers with the reader's values: each server's are in a script, deflated, with marks where values stand.
(function () {
  "use strict";

  const fill = window.docbuildFill;
  const servers = {};
  fill.files = (host, packed) => {
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    servers[host] = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
  };
  fill.file = async (host, path) => {
    if (!servers[host]) await fill.load(`assets/fill/${host}.js`);
    const pieces = (await servers[host])[path].split(/[\x01\x02]/);
    return pieces
      .map((piece, index) => {
        const [key, view, shown] = piece.split("\t");
        return index % 2 ? fill.printed(key, view, pieces[index + 1]) || shown : piece;
      })
      .join("");
  };
})();
