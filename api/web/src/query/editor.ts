/** YASQE in the place of a field. Of its completions only that of variables is on:
 *  the others would ask hosts elsewhere. */

import Yasqe from "@zazuko/yasqe";
import "@zazuko/yasqe/build/yasqe.min.css";

/** The editor takes the field's place, and hands it its text before the form goes. */
export function replace(field: HTMLTextAreaElement): void {
  const holder = document.createElement("div");
  field.before(holder);
  field.hidden = true;
  const editor = new Yasqe(holder, {
    autocompleters: ["variables"],
    persistenceId: null,
    createShareableLink: null as never,
    showQueryButton: false,
    resizeable: false,
  });
  editor.setValue(field.value);
  // Tab moves on: the keyboard must not be caught in the field
  editor.addKeyMap({ Tab: false, "Shift-Tab": false });
  editor.getInputField().setAttribute("aria-label", "Query");
  editor.on("change", () => {
    field.value = editor.getValue();
  });
  editor.focus();
}
