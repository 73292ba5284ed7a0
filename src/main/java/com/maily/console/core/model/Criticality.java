package com.maily.console.core.model;

/** Decides in which phase a component is deployed: non-critical ones go first. */
public enum Criticality { CRITICAL, NON_CRITICAL }
