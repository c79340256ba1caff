"""A certificate authority of the tests' own, and the server it vouches for."""

from __future__ import annotations

import ipaddress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


class Authority:
    """`ca`, `cert` and `key` are PEM files; the server is 127.0.0.1."""

    def __init__(self, folder: Path, name: str) -> None:
        self.ca = folder / f"{name}-ca.pem"
        self.cert = folder / f"{name}-cert.pem"
        self.key = folder / f"{name}-key.pem"
        own, server = (
            ec.generate_private_key(ec.SECP256R1()),
            ec.generate_private_key(ec.SECP256R1()),
        )
        us = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        root = _begun(us, us, own.public_key())
        root = root.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        usage = x509.KeyUsage(*(False,) * 5, True, True, False, False)
        root = root.add_extension(usage, critical=True)
        there = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "broker")])
        leaf = _begun(there, us, server.public_key()).add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]),
            critical=False,
        )
        pem = serialization.Encoding.PEM
        self.ca.write_bytes(root.sign(own, hashes.SHA256()).public_bytes(pem))
        self.cert.write_bytes(leaf.sign(own, hashes.SHA256()).public_bytes(pem))
        form, bare = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        self.key.write_bytes(server.private_bytes(pem, form, bare))


def _begun(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return x509.CertificateBuilder(
        issuer, subject, key, x509.random_serial_number(), now - timedelta(1), now + timedelta(1)
    )
