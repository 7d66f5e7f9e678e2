/** What pages gain where scripts run; without them every page works as it is. */

import "./type.css";
import { copies } from "./copying";
import { folds } from "./narrowing";
import { followsClaims } from "./reading";
import { suggests } from "./suggestions";

for (const input of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) suggests(input);
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copies]")) copies(button);
for (const details of document.querySelectorAll<HTMLDetailsElement>("details[data-open-when-wide]")) folds(details);
for (const text of document.querySelectorAll<HTMLElement>("[data-article]")) followsClaims(text);
