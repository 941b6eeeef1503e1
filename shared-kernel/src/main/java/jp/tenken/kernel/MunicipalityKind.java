package jp.tenken.kernel;

/**
 * What kind of local public body a municipality is, and the word by which a checklist calls it.
 *
 * <p>The ward's own form says 区 where it means itself; a town's says 町.
 */
public enum MunicipalityKind implements TextValue {
    /** 特別区, one of the 23 special wards of Tokyo. */
    SPECIAL_WARD("special_ward", "区", "ward"),
    /** 市. */
    CITY("city", "市", "city"),
    /** 町. */
    TOWN("town", "町", "town"),
    /** 村. */
    VILLAGE("village", "村", "village"),
    /** 都道府県. */
    PREFECTURE("prefecture", "県", "prefecture"),
    /** 一部事務組合 or 広域連合. */
    ASSOCIATION("association", "組合", "association");

    private static final String WIDE_AREA_UNION = "広域連合";

    private final String value;
    private final String wordJa;
    private final String wordEn;

    MunicipalityKind(String value, String wordJa, String wordEn) {
        this.value = value;
        this.wordJa = wordJa;
        this.wordEn = wordEn;
    }

    /** The kind of this text; {@code municipality-kind-invalid} where there is none. */
    public static MunicipalityKind of(String value) {
        for (MunicipalityKind kind : values()) {
            if (kind.value.equals(value)) {
                return kind;
            }
        }
        throw Rejection.invalid(RejectionCodes.MUNICIPALITY_KIND_INVALID);
    }

    @Override
    public String value() {
        return value;
    }

    /**
     * How a body of this kind and name calls itself in Japanese: 区, 市, 町, 村.
     *
     * <p>For a prefecture it is the last character of its name (都, 道, 府 or 県), for an association
     * 広域連合 where its name ends so, else 組合.
     */
    public String wordJaFor(String nameJa) {
        return switch (this) {
            case PREFECTURE -> prefectureWord(nameJa);
            case ASSOCIATION -> nameJa.endsWith(WIDE_AREA_UNION) ? WIDE_AREA_UNION : wordJa;
            default -> wordJa;
        };
    }

    /** How a body of this kind is called in English: ward, city, town, village. */
    public String wordEn() {
        return wordEn;
    }

    private String prefectureWord(String nameJa) {
        if (nameJa.isEmpty()) {
            return wordJa;
        }
        String last = nameJa.substring(nameJa.length() - 1);
        return "都道府県".contains(last) ? last : wordJa;
    }

    @Override
    public String toString() {
        return value;
    }
}
