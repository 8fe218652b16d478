package roundhouse.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement, and where the number of its tenant belongs.
 *
 * @param sql     as it was written
 * @param pieces  its text, cut wherever the number belongs; one piece where it belongs nowhere
 * @param unnamed a partitioned table of which it does not say whose, null where there is none
 */
record NamedStatement(String sql, List<String> pieces, String unnamed) {

    private static final String NO_ALIAS = "where|set|on|join|left|right|full|inner|cross|natural|order|group|limit|offset|for|using|values|select|returning|union|having"
            + "|window|from|and|or|as|asc|desc|default|do|fetch|is|not|in|then|else|end|when";
    /** In a list of columns a table's name may stand too, as in {@code category}: there it has no other name behind it. */
    private static final Pattern TABLE = Pattern.compile("(?:\\b(?:from|join|update)\\s+(?:only\\s+)?(?:public\\.)?(?<table>\\w+)(?:\\s+(?:as\\s+)?(?!(?:" + NO_ALIAS
            + ")\\b)(?<alias>\\w+))?)|(?:,\\s*(?:public\\.)?(?<listed>\\w+)\\s+(?:as\\s+)?(?!(?:" + NO_ALIAS + ")\\b)(?<listedAlias>\\w+))", Pattern.CASE_INSENSITIVE);
    /** Compared with a parameter, or in a key as Hibernate finds what it has the keys of: {@code (t1_0.tenant_id,t1_0.id) in ((?,?))}. */
    private static final Pattern NAMED = Pattern.compile("(?<![\\w.])(?:(?<alias>\\w+)\\.)?tenant_id\\s*=\\s*\\?|\\((?<keyed>\\w+)\\.tenant_id,(?=[\\w.,]+\\) in \\()");

    static NamedStatement of(String sql, Set<String> partitioned) {
        List<String> aliases = new ArrayList<>();
        String unnamed = null;
        Matcher tables = TABLE.matcher(sql);
        while (tables.find()) {
            String table = tables.group("table") == null ? tables.group("listed") : tables.group("table");
            String alias = tables.group("table") == null ? tables.group("listedAlias") : tables.group("alias");
            if (partitioned.contains(table.toLowerCase(Locale.ROOT))) {
                aliases.add(alias == null ? table : alias);
                unnamed = isTold(sql, alias == null ? table : alias, alias == null) ? unnamed : table;
            }
        }
        List<String> pieces = new ArrayList<>();
        int from = 0;
        Matcher named = NAMED.matcher(sql);
        while (named.find()) {
            String alias = named.group("keyed") == null ? named.group("alias") : named.group("keyed");
            if (alias == null ? !aliases.isEmpty() : aliases.contains(alias)) {
                String column = alias == null ? "tenant_id" : alias + ".tenant_id";
                String before = named.group("keyed") == null ? "(" + column + "=? and " : "";
                pieces.add(remainder(pieces) + sql.substring(from, named.start()) + before + column + "=");
                pieces.add(named.group("keyed") == null ? ")" : " and (" + column + ",");
                from = named.end();
            }
        }
        pieces.add(remainder(pieces) + sql.substring(from));
        return new NamedStatement(sql, List.copyOf(pieces), unnamed == null && pieces.size() == 1 && !aliases.isEmpty() ? aliases.get(0) : unnamed);
    }

    private static String remainder(List<String> pieces) {
        return pieces.isEmpty() ? "" : pieces.remove(pieces.size() - 1);
    }

    String in(Unit unit) {
        if (unnamed != null) {
            throw new IllegalStateException("A statement about " + unnamed + " does not say whose: " + sql);
        }
        if (pieces.size() > 1 && unit.tenant() <= 0) {
            throw new IllegalStateException("Across clients nothing is read that each has a partition of: " + sql);
        }
        return unit.keepsPlans() ? String.join(Integer.toString(unit.tenant()), pieces) : sql;
    }

    /** Whether it says whose rows of a table it means. @param bare without a name before the column */
    private static boolean isTold(String sql, String alias, boolean bare) {
        String column = Pattern.quote(alias) + "\\.tenant_id\\b";
        return Pattern.compile("(?<![\\w.])" + column + "\\s*=|=\\s*" + column + "|\\(" + column + ",[\\w.,]+\\) in \\(|using\\s*\\(\\s*tenant_id\\b" + (bare ? "|(?<![\\w.])tenant_id\\s*=" : ""),
                Pattern.CASE_INSENSITIVE).matcher(sql).find();
    }
}
