/** XML made of elements and text; nothing is put together from strings. */

type Attributes = Readonly<Record<string, string | number | null | undefined>>;

export class Xml {
  private readonly document: XMLDocument;

  constructor(
    private readonly namespace: string,
    name: string,
    attributes: Attributes,
  ) {
    this.document = document.implementation.createDocument(namespace, name);
    this.set(this.root, attributes);
  }

  get root(): Element {
    return this.document.documentElement;
  }

  /** A new element below another; attributes that are null are left out. */
  add(parent: Element, name: string, attributes: Attributes = {}, text?: string): Element {
    const made = this.document.createElementNS(this.namespace, name);
    this.set(made, attributes);
    if (text !== undefined) made.textContent = printable(text);
    parent.append(made);
    return made;
  }

  text(): string {
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(this.document)}`;
  }

  private set(made: Element, attributes: Attributes): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined) made.setAttribute(name, printable(String(value)));
    }
  }
}

/** Without the characters that XML 1.0 cannot hold; U+FFFD stands in. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
}
