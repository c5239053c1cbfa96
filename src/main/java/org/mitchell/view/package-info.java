/**
 * The local web application: fits in a browser, on this machine alone. What is computed is computed
 * here; the page asks for it.
 */
package org.mitchell.view;
