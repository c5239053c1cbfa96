package org.mitchell.report;

import java.util.List;

/**
 * A part of the report.
 *
 * @param id its anchor
 */
record Section(String id, String title, List<Block> blocks) {
  Section {
    blocks = List.copyOf(blocks);
  }
}
