import { expect, test } from "vitest";
import { cell, csv } from "./networks";
import { printable } from "./xml";

test("a spreadsheet takes no cell for a formula", () => {
  expect(cell('=cmd|"x"')).toBe('"\'=cmd|""x"""');
  expect(cell("plain")).toBe('"plain"');
});

test("the table starts with the mark by which spreadsheets know UTF-8", () => {
  expect(csv({ nodes: [], edges: [] })).toMatch(/^\ufeff"source","source_label",.*"last"\r\n$/);
});

test("XML gets no character that it cannot hold", () => {
  expect(printable("a\u0000b\u001b\ud800")).toBe("a\ufffdb\ufffd\ufffd");
});
