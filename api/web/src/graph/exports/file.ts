/** Hands a file to whoever asked for it. */

import { element } from "../../shared/dom";

export function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // the browser has it by then
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export function text(content: string, type: string): Blob {
  return new Blob([content], { type: `${type};charset=utf-8` });
}
