package com.maily.console.core.model;

/** The seven steps of the production workflow (seed document 002), which the three phases group. */
public enum Stage { PREPARATION, INFRASTRUCTURE, DATABASE, KUBERNETES, FRONTEND, VERIFICATION, NOTIFICATION }
