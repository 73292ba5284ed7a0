package com.maily.console.sandbox.cluster;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Says whose token it is as an EKS cluster does: the rules are those of aws-iam-authenticator (pkg/token/token.go), and the
 * signature is checked the way STS would (AWS Signature Version 4), with the one access key this sandbox knows.
 *
 * @param cluster the name the token must be bound to
 * @param wall    tokens live in the wall's time
 */
public record EksTokenReview(String cluster, String accessKey, String secretKey, InstantSource wall, String user)
        implements Function<String, Optional<String>> {

    private static final String PREFIX = "k8s-aws-v1.";
    private static final int LONGEST = 4_096;
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String STS_HOST = "sts(\\.[a-z0-9-]+)?\\.amazonaws\\.com(\\.cn)?";
    private static final Set<String> KNOWN = Set.of("action", "version", "x-amz-algorithm", "x-amz-credential", "x-amz-date",
            "x-amz-expires", "x-amz-security-token", "x-amz-signature", "x-amz-signedheaders");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    @Override
    public Optional<String> apply(String token) {
        try {
            URI url = URI.create(new String(Base64.getUrlDecoder().decode(token.substring(PREFIX.length())),
                    StandardCharsets.UTF_8));
            return token.startsWith(PREFIX) && token.length() <= LONGEST && !token.contains("=") && good(url)
                    ? Optional.of(user) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException | GeneralSecurityException garbage) {
            return Optional.empty();
        }
    }

    private boolean good(URI url) throws GeneralSecurityException {
        List<String> pairs = List.of(url.getRawQuery().split("&"));
        Map<String, String> query = pairs.stream().map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (_, _) -> "twice", TreeMap::new));
        List<String> names = query.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return url.getScheme().equals("https") && url.getRawPath().equals("/") && url.getHost().matches(STS_HOST)
                && pairs.size() == query.size() && Set.copyOf(names).size() == names.size() && KNOWN.containsAll(names)
                && "GetCallerIdentity".equals(query.get("Action")) && "2011-06-15".equals(query.get("Version"))
                && Integer.parseInt(query.getOrDefault("X-Amz-Expires", "-1")) <= 900 && inTime(query)
                && List.of(decoded(query, "X-Amz-SignedHeaders").split(";")).containsAll(List.of("host", "x-k8s-aws-id"))
                && signature(url.getHost(), query).equals(query.get("X-Amz-Signature"));
    }

    private boolean inTime(Map<String, String> query) {
        Instant signed = LocalDateTime.parse(decoded(query, "X-Amz-Date"), DATE).toInstant(ZoneOffset.UTC);
        Instant now = wall.instant();
        return !now.isBefore(signed.minus(Duration.ofMinutes(5))) && now.isBefore(signed.plus(LIFE));
    }

    /** AWS Signature Version 4, signing in the query: canonical request, string to sign, derived key. */
    private String signature(String host, Map<String, String> query) throws GeneralSecurityException {
        String[] credential = decoded(query, "X-Amz-Credential").split("/");
        if (credential.length != 5 || !credential[0].equals(accessKey)) {
            return "";
        }
        String canonicalQuery = query.entrySet().stream().filter(one -> !one.getKey().equals("X-Amz-Signature"))
                .map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining("&"));
        String canonical = String.join("\n", "GET", "/", canonicalQuery, "host:" + host, "x-k8s-aws-id:" + cluster, "",
                "host;x-k8s-aws-id", hash(""));
        String scope = String.join("/", Arrays.copyOfRange(credential, 1, 5));
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", decoded(query, "X-Amz-Date"), scope, hash(canonical));
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : Arrays.copyOfRange(credential, 1, 5)) {
            key = mac(key, part);
        }
        return HexFormat.of().formatHex(mac(key, toSign));
    }

    private static String decoded(Map<String, String> query, String name) {
        return URLDecoder.decode(query.getOrDefault(name, ""), StandardCharsets.UTF_8);
    }

    private static String hash(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] mac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "EksTokenReview[" + cluster + "]";
    }
}
