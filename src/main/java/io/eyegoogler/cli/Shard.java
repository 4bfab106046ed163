package io.eyegoogler.cli;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A share of the photos. Which photos belong to it depends on each photo's name alone, so that processes that know
 * nothing of each other divide the photos among them, also while photos are added.
 *
 * @param index from 0 to {@code count - 1}, as Kubernetes counts the Pods of a Job
 */
record Shard(int index, int count) {

    static final Shard ALL = new Shard(0, 1);

    /** Returns whether the photo of that name belongs to this shard. */
    boolean includes(String name) {
        return count == 1 || Long.remainderUnsigned(hash(name), count) == index;
    }

    /** The first eight bytes of the SHA-256 digest, which spreads numbered names evenly. */
    private static long hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform has it.
            throw new IllegalStateException(impossible);
        }
    }

    /** Converts text such as {@code 0/8}. */
    static final class Converter implements ITypeConverter<Shard> {

        private static final Pattern SHARD = Pattern.compile("([0-9]{1,9})/([0-9]{1,9})");

        @Override
        public Shard convert(String text) {
            Matcher shard = SHARD.matcher(text);
            if (shard.matches()) {
                int index = Integer.parseInt(shard.group(1));
                int count = Integer.parseInt(shard.group(2));
                if (index < count) {
                    return new Shard(index, count);
                }
            }
            throw new TypeConversionException("expected INDEX/COUNT with an index from 0 to COUNT - 1, such as 0/8");
        }
    }
}
