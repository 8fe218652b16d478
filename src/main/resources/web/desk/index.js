import "./all.css";
import htmx from "htmx.org";
import "../shared/theme.js";
import "../shared/draft.js";
import "./failure.js";
import "./keys.js";
import "./queue.js";
import "./composer.js";
import "./search.js";
import "./live.js";

window.htmx = htmx;
