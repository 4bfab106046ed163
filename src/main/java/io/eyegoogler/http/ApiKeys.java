package io.eyegoogler.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of a {@link KeyFile}, which is read again when it has changed. No key is ever logged or part of an error's
 * text, and none is kept in memory.
 *
 * <p>Keys are compared by their HMACs under a secret of this process, by a lookup in a hash set: neither how many keys
 * there are nor how much of one a client guessed shows in the time, since nobody can choose or know an HMAC.
 */
final class ApiKeys {

    /** The result of checking a request's {@code Authorization} header. */
    enum Outcome {
        ACCEPTED,
        MISSING,
        WRONG;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);

    /** Minimum time between two reads of the file, ns. */
    static final long CHECK_INTERVAL = 1_000_000_000L;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final Pattern BEARER = Pattern.compile("Bearer +(" + KeyFile.KEY + ") *", Pattern.CASE_INSENSITIVE);

    private final SecretKeySpec secret;
    private final KeyFile file;
    private final ByteBuffer ownKey;
    private final LongSupplier clock;
    /** When the file may be read again, on {@link #clock}. */
    private final AtomicLong nextCheck;

    private volatile Loaded loaded;
    /** Whether the file could not be used when it was last read; written by the one thread that reads it. */
    private volatile boolean failing;

    /** The HMACs of a file's keys and of its whole content. */
    private record Loaded(Set<ByteBuffer> keys, ByteBuffer content) {}

    /**
     * Reads the keys.
     *
     * @param ownKey a further key, of the service's requests to itself
     * @throws IOException with a message without text from the file, if it cannot be read or has no keys
     */
    ApiKeys(Path file, String ownKey, LongSupplier clock) throws IOException {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        this.secret = new SecretKeySpec(random, ALGORITHM);
        this.file = new KeyFile(file);
        this.ownKey = hmac(ascii(ownKey));
        this.clock = clock;
        this.nextCheck = new AtomicLong(clock.getAsLong() + CHECK_INTERVAL);
        byte[] content = this.file.read();
        this.loaded = load(content, hmac(content));
    }

    /**
     * Reads the keys of {@code file}.
     *
     * @param ownKey a further key, of the service's requests to itself
     * @throws IllegalArgumentException if it cannot be read or has no keys
     */
    static ApiKeys read(Path file, String ownKey) {
        try {
            return new ApiKeys(file, ownKey, System::nanoTime);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("Invalid value for 'api-keys-file': " + unreadable.getMessage());
        }
    }

    /** Checks the value of an {@code Authorization} header, null if there is none. */
    Outcome check(String authorization) {
        readIfChanged();
        if (authorization == null) {
            return Outcome.MISSING;
        }
        Matcher bearer = BEARER.matcher(authorization);
        return bearer.matches() && loaded.keys.contains(hmac(ascii(bearer.group(1))))
                ? Outcome.ACCEPTED
                : Outcome.WRONG;
    }

    /** Reads the file, in one thread and at most once a second; keeps the last keys if it has none. */
    private void readIfChanged() {
        long now = clock.getAsLong();
        long next = nextCheck.get();
        if (now - next < 0 || !nextCheck.compareAndSet(next, now + CHECK_INTERVAL)) {
            return;
        }
        try {
            byte[] content = file.read();
            ByteBuffer hmac = hmac(content);
            if (failing || !hmac.equals(loaded.content)) {
                loaded = load(content, hmac);
                failing = false;
                LOG.info("The API keys have changed and were read again");
            }
        } catch (IOException unreadable) {
            if (!failing) {
                failing = true;
                LOG.warn("The last API keys stay in use: {}", unreadable.getMessage());
            }
        }
    }

    private Loaded load(byte[] content, ByteBuffer hmac) throws IOException {
        Set<ByteBuffer> keys =
                file.keys(content).stream().map(key -> hmac(ascii(key))).collect(Collectors.toCollection(HashSet::new));
        keys.add(ownKey);
        return new Loaded(keys, hmac);
    }

    private static byte[] ascii(String key) {
        return key.getBytes(StandardCharsets.US_ASCII);
    }

    private ByteBuffer hmac(byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return ByteBuffer.wrap(mac.doFinal(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
