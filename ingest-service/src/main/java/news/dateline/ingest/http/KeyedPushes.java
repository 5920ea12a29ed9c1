package news.dateline.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.chassis.HttpEndpoint;

/**
 * Pushes with an {@code Idempotency-Key}, as the IETF's draft has it: one that comes again gets the answer that the first
 * one got.
 *
 * <p>The answers of this instance since its start, bounded in number, size and age. Without them a push that comes again
 * is taken again, and stands as unchanged at the end: its articles have the same ids.
 */
final class KeyedPushes {
    static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern
            .compile("\"([\\x20-\\x7E&&[^\"\\\\]]{1,255})\"|([\\x21-\\x7E&&[^\"]]{1,255})");
    private static final Set<Integer> FOR_NOW = Set.of(408, 409, 429, 503);
    private static final int MOST_KEYS = 10_000;
    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final Duration MOST_AGE = Duration.ofHours(24);
    private static final long EACH_BYTES = 512;

    private final Map<String, Optional<Answered>> answers = new LinkedHashMap<>();
    private long bytes;

    /** What the first push with a key was, and its answer. */
    private record Answered(byte[] digest, int status, String mediaType, byte[] body, long at) {
        private long size() {
            return EACH_BYTES + body.length;
        }
    }

    /** Works on a push. */
    interface Push {
        void run() throws IOException, InterruptedException;
    }

    void push(Context context, String client, Push push) throws IOException, InterruptedException {
        Optional<String> header = Optional.ofNullable(context.header(HEADER));
        if (header.isEmpty()) {
            push.run();
            return;
        }
        String key = client + "\n" + key(header.get());
        Optional<Answered> before = begin(key);
        if (before.isPresent()) {
            answerAgain(context, before.get());
            return;
        }
        PushBody.keep(context, AnswerCopy.of(about(context)));
        try {
            push.run();
        } finally {
            end(key, answered(context));
        }
    }

    private static String key(String header) {
        Matcher key = KEY.matcher(header.strip());
        if (!key.matches()) {
            throw PushProblems.key().refusal();
        }
        return key.group(1) == null ? key.group(2) : key.group(1);
    }

    /** What beside its body makes a push another one. */
    private static byte[] about(Context context) {
        return (context.contentType() + "\n" + context.queryString() + "\n").getBytes(UTF_8);
    }

    /** The answer that there is; without one the key is under way from now on. */
    private synchronized Optional<Answered> begin(String key) {
        Optional<Answered> before = answers.getOrDefault(key, Optional.empty());
        if (before.filter(answer -> System.nanoTime() - answer.at() > MOST_AGE.toNanos()).isPresent()) {
            forget(key);
        } else if (before.isPresent()) {
            return before;
        }
        if (answers.putIfAbsent(key, Optional.empty()) != null) {
            throw PushProblems.keyUnderWay().refusal();
        }
        return Optional.empty();
    }

    private synchronized void end(String key, Optional<Answered> answered) {
        answers.remove(key);
        answered.ifPresent(answer -> {
            answers.put(key, answered);
            bytes += answer.size();
        });
        var oldest = answers.entrySet().iterator();
        while (oldest.hasNext() && (answers.size() > MOST_KEYS || bytes > MOST_BYTES)) {
            Optional<Answered> answer = oldest.next().getValue();
            if (answer.isPresent()) {
                bytes -= answer.get().size();
                oldest.remove();
            }
        }
    }

    private void forget(String key) {
        answers.remove(key).ifPresent(answer -> bytes -= answer.size());
    }

    private static Optional<Answered> answered(Context context) throws IOException {
        AnswerCopy copy = PushBody.kept(context).orElseThrow();
        Optional<byte[]> body = copy.answer(context);
        return copy.isWhole() && body.isPresent() && !FOR_NOW.contains(context.statusCode())
                ? Optional.of(new Answered(copy.digest(), context.statusCode(),
                        String.valueOf(context.res().getContentType()), body.get(), System.nanoTime()))
                : Optional.empty();
    }

    private void answerAgain(Context context, Answered before) throws IOException {
        AnswerCopy copy = AnswerCopy.of(about(context));
        PushBody.keep(context, copy);
        BodyDrain.drain(PushBody.raw(context), BodyDrain.MOST_BYTES);
        if (!copy.isWhole()) {
            HttpEndpoint.write(context, PushProblems.slow());
        } else if (!Arrays.equals(copy.digest(), before.digest())) {
            HttpEndpoint.write(context, PushProblems.keyOfAnother());
        } else {
            context.status(before.status()).contentType(before.mediaType()).result(before.body());
        }
    }
}
