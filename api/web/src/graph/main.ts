/** The graph page. */

export {};
