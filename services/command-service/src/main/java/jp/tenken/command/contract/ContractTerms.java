package jp.tenken.command.contract;

import jp.tenken.kernel.contract.Period;

/**
 * What a contract says of itself and an amendment may change.
 *
 * @param contractNumber the municipality's own number of it
 * @param title what the work is
 * @param period for which
 */
public record ContractTerms(String contractNumber, String title, Period period) {}
