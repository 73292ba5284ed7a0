package com.maily.console.sandbox.cluster;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each user of the cluster may do. Somebody of whom nothing was said may do everything; somebody limited may do what one of
 * the rules names, as with RBAC; what is forbidden is refused whatever else is allowed. Safe for use by several threads.
 */
public final class Accounts {

    /** This machine's own user, whom the kubeconfig names. */
    public static final String OWNER = "maily-sandbox";

    private static final String ANY = "*";

    /**
     * A verb on a resource; {@code *} stands for any.
     *
     * @param resource with its subresource, if it is one: {@code deployments/scale}
     */
    public record Rule(String verb, String group, String resource, String namespace) {

        /** In every namespace. */
        public static Rule of(String verb, String group, String resource) {
            return new Rule(verb, group, resource, ANY);
        }

        private boolean covers(Rule asked) {
            return covers(verb, asked.verb()) && covers(group, asked.group()) && covers(resource, asked.resource())
                    && covers(namespace, asked.namespace());
        }

        private static boolean covers(String rule, String asked) {
            return rule.equals(ANY) || rule.equals(asked);
        }
    }

    private record Account(List<Rule> may, List<Rule> mayNot) { }

    private static final List<Rule> EVERYTHING = List.of(Rule.of(ANY, ANY, ANY));

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    /** From now on {@code user} may do only this. */
    public void limit(String user, List<Rule> rules) {
        accounts.put(user, new Account(List.copyOf(rules), List.of()));
    }

    /** From now on {@code user} may do all but this. */
    public void forbid(String user, Rule... rules) {
        accounts.put(user, new Account(EVERYTHING, List.of(rules)));
    }

    public void allowEverything(String user) {
        accounts.remove(user);
    }

    /** @param asked one verb on one resource in one namespace, empty for the whole cluster */
    public boolean may(String user, Rule asked) {
        Account account = accounts.getOrDefault(user, new Account(EVERYTHING, List.of()));
        return account.may().stream().anyMatch(rule -> rule.covers(asked))
                && account.mayNot().stream().noneMatch(rule -> rule.covers(asked));
    }
}
