package org.mitchell.vectors.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.mitchell.files.InputException;

/** Files of vectors that only other programs read, each refused with what converts it. */
final class OtherFile {
  private static final Pattern OLD_PICKLE =
      Pattern.compile("\\A(\\(?[dl]p?\\d*\n|c[A-Za-z_.]+\n[A-Za-z_]+\n)");

  private OtherFile() {}

  /**
   * @throws InputException if a file that begins so is one of those
   */
  static void refuse(Path file, byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    boolean pickle =
        head.length > 1 && text.charAt(0) == '\u0080' && head[1] > 0 && head[1] < 10
            || OLD_PICKLE.matcher(text).find();
    if (pickle) {
      throw InputException.in(
          file,
          text.contains("gensim")
              ? "a model that gensim saved, a pickle of Python, which is not read here. Convert it:"
                  + " "
                  + python(gensim(file))
              : "a pickle of Python, which is not read here. If it is a dictionary of vectors,"
                  + " convert it: "
                  + python(dictionary(file)));
    }
    if (text.startsWith("\u0093NUMPY")) {
      throw InputException.in(file, "a NumPy array: it has vectors and no words. " + array(file));
    }
    if (text.startsWith("PK\u0003\u0004")) {
      throw InputException.in(
          file, "a ZIP archive where vectors are expected: unzip it, and give one of its files");
    }
  }

  private static String array(Path file) {
    String name = file.toString();
    String model = name.replaceFirst("(\\.wv)?\\.(vectors|syn0)\\.npy$", "");
    return model.equals(name)
        ? "With its words in words.txt, one a line, convert it: "
            + python(
                "import numpy as n; w = open('words.txt', encoding='utf8').read().split('\\n');"
                    + " n.savetxt('%s.txt', n.c_[n.array(w[:len(v := n.load(r'%s'))], object), v],"
                        .formatted(name, name)
                    + " '%s' + ' %.9g' * v.shape[1], encoding='utf8')")
        : "It belongs to a model of gensim; convert that: " + python(gensim(Path.of(model)));
  }

  private static String gensim(Path file) {
    return ("from gensim.utils import SaveLoad as S; m = S.load(r'%s');"
            + " getattr(m, 'wv', m).save_word2vec_format(r'%s.bin', binary=True)")
        .formatted(file, file);
  }

  private static String dictionary(Path file) {
    return ("import pickle; v = pickle.load(open(r'%s', 'rb')); open(r'%s.txt', 'w',"
            + " encoding='utf8').writelines(w + ' ' + ' '.join(map(str, map(float, x))) + '\\n"
            + "' for w, x in v.items())")
        .formatted(file, file);
  }

  private static String python(String line) {
    return "python3 -c \"" + line + "\"";
  }
}
