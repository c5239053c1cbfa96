/** How figures are said in sentences. */
package org.mitchell.text;
