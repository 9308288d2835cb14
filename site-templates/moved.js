// Leads from the former place of a chapter to where it stands, at the same heading.
location.replace(document.getElementById("_new").href + location.hash);
