// On a narrow page the filter starts closed; without this it starts open, which works as well.
const facets = document.querySelector("details.facets");
if (facets && matchMedia("(max-width: 62rem)").matches) facets.open = false;
