/** How figures are said in sentences, and labels put in order. */
package org.mitchell.text;
