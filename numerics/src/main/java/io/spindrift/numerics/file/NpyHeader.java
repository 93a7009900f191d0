package io.spindrift.numerics.file;

import io.spindrift.numerics.UnusableInput;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The checked header of a .npy file, versions 1 to 3.
 *
 * <p>Source of the format: NumPy Enhancement Proposal 1.
 *
 * @param type element type without its byte order, such as u1, i8 or f4
 * @param order byte order of the elements
 * @param shape length of every axis
 */
public record NpyHeader(String type, ByteOrder order, List<Long> shape) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  private static final int ALIGNMENT = 64;
  private static final int PREAMBLE = 10;
  private static final int LONGEST_HEADER = 1 << 16;
  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>|=]?)([a-z]\\d+)'");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d\\s,]*)\\)");
  private static final Pattern AXIS = Pattern.compile("\\d{1,18}");

  /** The bytes that every .npy file begins with. */
  public static byte[] magic() {
    return MAGIC.clone();
  }

  /** Copies the shape. */
  public NpyHeader {
    shape = List.copyOf(shape);
  }

  /**
   * Reads the header at the beginning of a file.
   *
   * @throws UnusableInput when it is none, or of elements or an order that are not supported
   */
  public static NpyHeader read(ByteFile in) {
    return read(in, List.of("u1", "f4", "f8"), "uint8, float32 or float64");
  }

  /**
   * The same for other elements.
   *
   * @param types element types that are accepted, without their byte order
   * @param words how a refusal names them
   */
  public static NpyHeader read(ByteFile in, List<String> types, String words) {
    byte[] begin = in.upTo(MAGIC.length + 2);
    if (begin.length < MAGIC.length + 2
        || !Arrays.equals(begin, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw refusal(in, "must begin with the npy magic number \\x93NUMPY");
    }
    byte[] lengthBytes = in.exactly(begin[MAGIC.length] == 1 ? 2 : 4, "npy header length");
    long length = 0;
    for (int i = lengthBytes.length - 1; i >= 0; i--) {
      length = length << 8 | Byte.toUnsignedInt(lengthBytes[i]);
    }
    if (length > LONGEST_HEADER) {
      throw refusal(in, "must have a header of at most " + LONGEST_HEADER + " bytes");
    }
    String text = new String(in.exactly((int) length, "npy header"), StandardCharsets.ISO_8859_1);
    Matcher descr = DESCR.matcher(text);
    Matcher fortran = FORTRAN.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!descr.find() || !fortran.find() || !shape.find()) {
      throw refusal(in, "must have an npy header with descr, fortran_order and shape");
    }
    String type = descr.group(2);
    if (!types.contains(type)) {
      throw refusal(in, "must hold " + words + " elements, but holds " + type);
    }
    if (fortran.group(1).equals("True")) {
      throw refusal(in, "must be in C order, but is in Fortran order");
    }
    List<Long> axes = new ArrayList<>();
    for (String part : shape.group(1).split(",")) {
      String axis = part.strip();
      if (AXIS.matcher(axis).matches()) {
        axes.add(Long.valueOf(axis));
      } else if (!axis.isEmpty()) {
        throw refusal(in, "must have a shape of whole numbers of at most 18 digits");
      }
    }
    ByteOrder order = descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new NpyHeader(type, order, axes);
  }

  /** Bytes of one element. */
  public int elementBytes() {
    return type.charAt(1) - '0';
  }

  /**
   * The header as it begins a file, format 1.0, padded with spaces to a multiple of 64 bytes. The
   * elements follow in C order.
   */
  public byte[] bytes() {
    String mark = type.endsWith("1") ? "|" : order == ByteOrder.BIG_ENDIAN ? ">" : "<";
    String axes =
        shape.stream().map(String::valueOf).collect(Collectors.joining(", "))
            + (shape.size() == 1 ? "," : "");
    String text =
        "{'descr': '" + mark + type + "', 'fortran_order': False, 'shape': (" + axes + "), }";
    int padding = ALIGNMENT - (PREAMBLE + text.length() + 1) % ALIGNMENT;
    text = text + " ".repeat(padding) + "\n";
    byte[] header = Arrays.copyOf(MAGIC, PREAMBLE + text.length());
    header[6] = 1;
    header[8] = (byte) text.length();
    header[9] = (byte) (text.length() >> 8);
    System.arraycopy(
        text.getBytes(StandardCharsets.ISO_8859_1), 0, header, PREAMBLE, text.length());
    return header;
  }

  private static UnusableInput refusal(ByteFile in, String constraint) {
    return new UnusableInput(in.path() + " " + constraint);
  }
}
