import { render } from "preact";

const root = document.getElementById("app");
if (root) render(<h1>Unkink</h1>, root);
