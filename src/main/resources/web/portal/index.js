import "./all.css";
import "../shared/theme.js";
import "../shared/draft.js";
import "../shared/once.js";
import "./form.js";
